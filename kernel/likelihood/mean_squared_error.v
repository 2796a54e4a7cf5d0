(** The equations of likelihood/mean-squared-error, proved by Coq's kernel for every size.

    Written by `python -m proofread kernel`.  What a theorem means is said in the
    document of proofread on the kernel; the number beside a key is the identity of
    the claim that the theorem was made of.                                           *)

From mathcomp Require Import all_ssreflect ssralg matrix mxalgebra zmodp.
From kernel Require Import sums notions reading tactics dual prove.
Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import GRing.Theory.
Local Open Scope ring_scope.

(** normal-noise-negative-log-likelihood, line 2: 5dabd3de3021ff51 *)
Theorem normal_noise_negative_log_likelihood_line_2
    (R : comUnitRingType)
    (n d : nat)
    (log : R -> R)
    (pi : R)
    (sigma : R)
    (mu : 'cV[R]_n)
    (X : 'M[R]_(n, d))
    (beta : 'cV[R]_d)
    (y : 'cV[R]_n)
    (unit : (2%:R : R) \is a GRing.unit)
    (unit_2 : (pi : R) \is a GRing.unit)
    (unit_3 : (sigma : R) \is a GRing.unit)
    (log_of_product : forall x_ y_, x_ \is a GRing.unit -> y_ \is a GRing.unit -> log (x_ * y_) = log x_ + log y_)
    (mu_is : mu = (X *m beta)) :
  (\sum_(i < n) (((1 / 2%:R) * (log (2%:R * pi * (sigma ^+ 2)))) + ((1 / 2%:R) * (sigma^-1 ^+ 2) * (((y i 0) + (- (mu i 0))) ^+ 2)))) = (((1 / 2%:R) * n%:R * (log (2%:R * pi * (sigma ^+ 2)))) + ((1 / 2%:R) * (sigma^-1 ^+ 2) * (sqn (y + (- (X *m beta)))))) :> R.
Proof. prove. Qed.

(** least-squares-hessian: 13f94052eb528bc0 *)
Theorem least_squares_hessian
    (R : comUnitRingType)
    (d n : nat)
    (eps : R)
    (beta : 'cV[R]_d)
    (d_beta : 'cV[R]_d)
    (X : 'M[R]_(n, d))
    (y : 'cV[R]_n)
    (sigma : R)
    (small : eps * eps = 0)
    (unit : (sigma : R) \is a GRing.unit)
    (unit_2 : (2%:R : R) \is a GRing.unit) :
  (((1 / 2%:R) * (sigma^-1 ^+ 2) * (sqn (y + (- (X *m (beta + eps *: d_beta)))))) = ((1 / 2%:R) * (sigma^-1 ^+ 2) * (sqn (y + (- (X *m beta))))) + eps * dot (- (X^T *m ((sigma^-1 ^+ 2) *: (y + (- (X *m beta)))))) d_beta) /\
  ((- (X^T *m ((sigma^-1 ^+ 2) *: (y + (- (X *m (beta + eps *: d_beta))))))) = (- (X^T *m ((sigma^-1 ^+ 2) *: (y + (- (X *m beta)))))) + eps *: (((sigma^-1 ^+ 2) *: (X^T *m X)) *m d_beta)).
Proof. prove. Qed.

(** least-squares-pythagoras: 793d6c6cef77c857 *)
Theorem least_squares_pythagoras
    (R : comUnitRingType)
    (n d : nat)
    (X : 'M[R]_(n, d))
    (beta : 'cV[R]_d)
    (y : 'cV[R]_n)
    (A : 'M[R]_(d, n))
    (invertible : (X^T *m X) \in unitmx)
    (A_is : A = ((invmx (X^T *m X)) *m X^T)) :
  (sqn (y + (- (X *m beta)))) = ((sqn (y + (- (X *m A *m y)))) + (sqn (X *m (beta + (- (A *m y)))))) :> R.
Proof. prove. Qed.

(** least-squares-unbiased: 96115d5b4a73a4e7 *)
Theorem least_squares_unbiased
    (R : comUnitRingType)
    (d n : nat)
    (Random : comUnitAlgType R)
    (E : Random -> R)
    (A : 'M[R]_(d, n))
    (X : 'M[R]_(n, d))
    (beta : 'cV[R]_d)
    (epsilon : 'cV[Random]_n)
    (sigma : R)
    (E_of_sum : forall x y, E (x + y) = E x + E y)
    (E_of_multiple : forall a x, E (a *: x) = a * E x)
    (E_of_1 : E 1 = 1)
    (invertible : (X^T *m X) \in unitmx)
    (A_is : A = ((invmx (X^T *m X)) *m X^T))
    (mean_of_epsilon : forall i_, E (epsilon i_ 0) = 0) :
  (map_mx E ((sure Random A) *m ((sure Random (X *m beta)) + epsilon))) = beta.
Proof. prove. Qed.

(** least-squares-covariance: 6eb190834fe37333 *)
Theorem least_squares_covariance
    (R : comUnitRingType)
    (d n : nat)
    (Random : comUnitAlgType R)
    (E : Random -> R)
    (A : 'M[R]_(d, n))
    (X : 'M[R]_(n, d))
    (beta : 'cV[R]_d)
    (epsilon : 'cV[Random]_n)
    (sigma : R)
    (E_of_sum : forall x y, E (x + y) = E x + E y)
    (E_of_multiple : forall a x, E (a *: x) = a * E x)
    (E_of_1 : E 1 = 1)
    (invertible : (X^T *m X) \in unitmx)
    (A_is : A = ((invmx (X^T *m X)) *m X^T))
    (mean_of_epsilon : forall i_, E (epsilon i_ 0) = 0)
    (moment_of_epsilon : forall i_ j_, E (epsilon i_ 0 * epsilon j_ 0) = (sigma ^+ 2) *+ (i_ == j_)) :
  (\matrix_(i < d, j < d) (E (((sure Random A) *m ((sure Random (X *m beta)) + epsilon)) i 0 * ((sure Random A) *m ((sure Random (X *m beta)) + epsilon)) j 0) + (- (E (((sure Random A) *m ((sure Random (X *m beta)) + epsilon)) i 0) * E (((sure Random A) *m ((sure Random (X *m beta)) + epsilon)) j 0))))) = ((sigma ^+ 2) *: (invmx (X^T *m X))).
Proof. prove. Qed.

(** residual-variance-bias: 504b32711be2defc *)
Theorem residual_variance_bias
    (R : comUnitRingType)
    (n d : nat)
    (Random : comUnitAlgType R)
    (E : Random -> R)
    (X : 'M[R]_(n, d))
    (A : 'M[R]_(d, n))
    (beta : 'cV[R]_d)
    (epsilon : 'cV[Random]_n)
    (sigma : R)
    (E_of_sum : forall x y, E (x + y) = E x + E y)
    (E_of_multiple : forall a x, E (a *: x) = a * E x)
    (E_of_1 : E 1 = 1)
    (invertible : (X^T *m X) \in unitmx)
    (A_is : A = ((invmx (X^T *m X)) *m X^T))
    (mean_of_epsilon : forall i_, E (epsilon i_ 0) = 0)
    (moment_of_epsilon : forall i_ j_, E (epsilon i_ 0 * epsilon j_ 0) = (sigma ^+ 2) *+ (i_ == j_)) :
  (E (sqn (((sure Random (X *m beta)) + epsilon) + (- ((sure Random X) *m (sure Random A) *m ((sure Random (X *m beta)) + epsilon)))))) = ((sigma ^+ 2) * (n%:R + (- d%:R))) :> R.
Proof. prove. Qed.

(** rival-is-unbiased: 465a2c90ef3828b4 *)
Theorem rival_is_unbiased
    (R : comUnitRingType)
    (d n : nat)
    (C : 'M[R]_(d, n))
    (D : 'M[R]_(d, n))
    (X : 'M[R]_(n, d))
    (A : 'M[R]_(d, n))
    (invertible : (X^T *m X) \in unitmx)
    (A_is : A = ((invmx (X^T *m X)) *m X^T))
    (C_is : C = ((D *m ((1%:M : 'M[R]_n) + (- (X *m A)))) + A)) :
  (C *m X) = (1%:M : 'M[R]_d).
Proof. prove. Qed.

(** gauss-markov: dfd90c3e5698298b *)
Theorem gauss_markov
    (R : comUnitRingType)
    (d n : nat)
    (C : 'M[R]_(d, n))
    (D : 'M[R]_(d, n))
    (X : 'M[R]_(n, d))
    (A : 'M[R]_(d, n))
    (invertible : (X^T *m X) \in unitmx)
    (A_is : A = ((invmx (X^T *m X)) *m X^T))
    (C_is : C = ((D *m ((1%:M : 'M[R]_n) + (- (X *m A)))) + A)) :
  (C *m C^T) = (((C + (- A)) *m (C^T + (- A^T))) + (invmx (X^T *m X))).
Proof. prove. Qed.

(** weighted-sum-of-squares: 423da970df075a77 *)
Theorem weighted_sum_of_squares
    (R : comUnitRingType)
    (n d : nat)
    (mu : 'cV[R]_n)
    (X : 'M[R]_(n, d))
    (beta : 'cV[R]_d)
    (y : 'cV[R]_n)
    (w : 'cV[R]_n)
    (mu_is : mu = (X *m beta)) :
  (\sum_(i < n) ((((y i 0) + (- (mu i 0))) ^+ 2) * (w i 0))) = (dot (y + (- (X *m beta))) ((diag w) *m (y + (- (X *m beta))))) :> R.
Proof. prove. Qed.

(** residual-loss-gradient: 597fe6090811c2ee *)
Theorem residual_loss_gradient
    (R : comUnitRingType)
    (d n : nat)
    (eps : R)
    (beta : 'cV[R]_d)
    (d_beta : 'cV[R]_d)
    (X : 'M[R]_(n, d))
    (rho' : R -> R)
    (y : 'cV[R]_n)
    (rho : R -> R)
    (mu : 'cV[R]_n)
    (small : eps * eps = 0)
    (slope_of_rho : forall x_ y_, rho (x_ + eps * y_) = rho x_ + eps * (y_ * (rho' x_)))
    (mu_is : mu = (X *m beta)) :
  (\sum_(i < n) (rho ((y i 0) + (- ((X *m (beta + eps *: d_beta)) i 0))))) = (\sum_(i_2 < n) (rho ((y i_2 0) + (- (mu i_2 0))))) + eps * dot (- (X^T *m (map_mx rho' (y + (- (X *m beta)))))) d_beta.
Proof. prove. Qed.

(** laplace-noise-negative-log-likelihood: f51124af1128c7c6 *)
Theorem laplace_noise_negative_log_likelihood
    (R : comUnitRingType)
    (n : nat)
    (log : R -> R)
    (b : R)
    (exp : R -> R)
    (Abs : R -> R)
    (y : 'cV[R]_n)
    (mu : 'cV[R]_n)
    (unit : (2%:R : R) \is a GRing.unit)
    (unit_2 : (b : R) \is a GRing.unit)
    (exp_of_sum : forall x_ y_, exp (x_ + y_) = exp x_ * exp y_)
    (exp_of_0 : exp 0 = 1)
    (unit_3 : forall (i : 'I_n), (((1 / 2%:R) * b^-1 * (exp (- (b^-1 * (Abs ((mu i 0) + (- (y i 0)))))))) : R) \is a GRing.unit)
    (unit_4 : ((\prod_(i_2 < n) ((1 / 2%:R) * b^-1 * (exp (- (b^-1 * (Abs ((mu i_2 0) + (- (y i_2 0))))))))) : R) \is a GRing.unit)
    (log_of_product : forall x_ y_, x_ \is a GRing.unit -> y_ \is a GRing.unit -> log (x_ * y_) = log x_ + log y_)
    (log_of_exp : forall x_, log (exp x_) = x_)
    (unit_5 : ((2%:R * b) : R) \is a GRing.unit) :
  (- (log (\prod_(i_4 < n) ((1 / 2%:R) * b^-1 * (exp (- (b^-1 * (Abs ((mu i_4 0) + (- (y i_4 0))))))))))) = ((n%:R * (log (2%:R * b))) + (b^-1 * (\sum_(i_5 < n) (Abs ((mu i_5 0) + (- (y i_5 0))))))) :> R.
Proof. prove. Qed.

(** sum-of-distances-slope: 9dd04d0ffe92a3d8 *)
Theorem sum_of_distances_slope
    (R : comUnitRingType)
    (n : nat)
    (eps : R)
    (m : R)
    (sign : R -> R)
    (x : 'I_n -> R)
    (Abs : R -> R)
    (small : eps * eps = 0)
    (slope_of_Abs : forall x_ y_, x_ \is a GRing.unit -> Abs (x_ + eps * y_) = Abs x_ + eps * (y_ * (sign x_)))
    (unit : forall (i_2 : 'I_n), ((m + (- (x i_2))) : R) \is a GRing.unit) :
  (\sum_(i_2 < n) (Abs ((m + eps) + (- (x i_2))))) = (\sum_(i_3 < n) (Abs (m + (- (x i_3))))) + eps * (\sum_(i < n) (sign (m + (- (x i))))).
Proof. prove. Qed.

(** student-t-weights: 147d53674d7b05f4 *)
Theorem student_t_weights
    (R : comUnitRingType)
    (eps : R)
    (r : R)
    (s : R)
    (nu : R)
    (log : R -> R)
    (small : eps * eps = 0)
    (unit : (s : R) \is a GRing.unit)
    (unit_2 : ((nu + ((r ^+ 2) * (s^-1 ^+ 2))) : R) \is a GRing.unit)
    (unit_3 : (2%:R : R) \is a GRing.unit)
    (slope_of_log : forall x_ y_, x_ \is a GRing.unit -> log (x_ + eps * y_) = log x_ + eps * (y_ * (x_^-1)))
    (unit_4 : (nu : R) \is a GRing.unit)
    (unit_5 : ((1 + ((r ^+ 2) * nu^-1 * (s^-1 ^+ 2))) : R) \is a GRing.unit) :
  (((1 / 2%:R) + ((1 / 2%:R) * nu)) * (log (1 + (((r + eps) ^+ 2) * nu^-1 * (s^-1 ^+ 2))))) = (((1 / 2%:R) + ((1 / 2%:R) * nu)) * (log (1 + ((r ^+ 2) * nu^-1 * (s^-1 ^+ 2))))) + eps * (r * (s^-1 ^+ 2) * (nu + ((r ^+ 2) * (s^-1 ^+ 2)))^-1 * (1 + nu)).
Proof. prove. Qed.

(** student-t-curvature: 623f98b2ab4290d6 *)
Theorem student_t_curvature
    (R : comUnitRingType)
    (eps : R)
    (r : R)
    (nu : R)
    (s : R)
    (log : R -> R)
    (small : eps * eps = 0)
    (unit : (nu : R) \is a GRing.unit)
    (unit_2 : (s : R) \is a GRing.unit)
    (unit_3 : ((1 + ((r ^+ 2) * nu^-1 * (s^-1 ^+ 2))) : R) \is a GRing.unit)
    (unit_4 : (2%:R : R) \is a GRing.unit)
    (slope_of_log : forall x_ y_, x_ \is a GRing.unit -> log (x_ + eps * y_) = log x_ + eps * (y_ * (x_^-1)))
    (unit_5 : (((r ^+ 2) + (nu * (s ^+ 2))) : R) \is a GRing.unit) :
  ((((1 / 2%:R) + ((1 / 2%:R) * nu)) * (log (1 + (((r + eps) ^+ 2) * nu^-1 * (s^-1 ^+ 2))))) = (((1 / 2%:R) + ((1 / 2%:R) * nu)) * (log (1 + ((r ^+ 2) * nu^-1 * (s^-1 ^+ 2))))) + eps * (2%:R * r * nu^-1 * (s^-1 ^+ 2) * (1 + ((r ^+ 2) * nu^-1 * (s^-1 ^+ 2)))^-1 * ((1 / 2%:R) + ((1 / 2%:R) * nu)))) /\
  ((2%:R * (r + eps) * nu^-1 * (s^-1 ^+ 2) * (1 + (((r + eps) ^+ 2) * nu^-1 * (s^-1 ^+ 2)))^-1 * ((1 / 2%:R) + ((1 / 2%:R) * nu))) = (2%:R * r * nu^-1 * (s^-1 ^+ 2) * (1 + ((r ^+ 2) * nu^-1 * (s^-1 ^+ 2)))^-1 * ((1 / 2%:R) + ((1 / 2%:R) * nu))) + eps * ((((r ^+ 2) + (nu * (s ^+ 2)))^-1 ^+ 2) * (1 + nu) * ((nu * (s ^+ 2)) + (- (r ^+ 2))))).
Proof. prove. Qed.

(** student-t-scale-score: 94f5c391c4dd45f4 *)
Theorem student_t_scale_score
    (R : comUnitRingType)
    (n : nat)
    (eps : R)
    (s : R)
    (r : 'I_n -> R)
    (nu : R)
    (log : R -> R)
    (small : eps * eps = 0)
    (unit : (s : R) \is a GRing.unit)
    (unit_2 : forall (i : 'I_n), ((nu + ((s^-1 ^+ 2) * ((r i) ^+ 2))) : R) \is a GRing.unit)
    (slope_of_log : forall x_ y_, x_ \is a GRing.unit -> log (x_ + eps * y_) = log x_ + eps * (y_ * (x_^-1)))
    (unit_3 : (2%:R : R) \is a GRing.unit)
    (unit_4 : (nu : R) \is a GRing.unit)
    (unit_5 : forall (i_2 : 'I_n), ((1 + (nu^-1 * (s^-1 ^+ 2) * ((r i_2) ^+ 2))) : R) \is a GRing.unit) :
  ((n%:R * (log (s + eps))) + (\sum_(i_2 < n) (((1 / 2%:R) + ((1 / 2%:R) * nu)) * (log (1 + (nu^-1 * ((s + eps)^-1 ^+ 2) * ((r i_2) ^+ 2))))))) = ((n%:R * (log s)) + (\sum_(i_3 < n) (((1 / 2%:R) + ((1 / 2%:R) * nu)) * (log (1 + (nu^-1 * (s^-1 ^+ 2) * ((r i_3) ^+ 2))))))) + eps * (s^-1 * (n%:R + (- ((s^-1 ^+ 2) * (\sum_(i < n) (((r i) ^+ 2) * ((nu + ((s^-1 ^+ 2) * ((r i) ^+ 2)))^-1 * (1 + nu)))))))).
Proof. prove. Qed.

Print Assumptions normal_noise_negative_log_likelihood_line_2.
Print Assumptions least_squares_hessian.
Print Assumptions least_squares_pythagoras.
Print Assumptions least_squares_unbiased.
Print Assumptions least_squares_covariance.
Print Assumptions residual_variance_bias.
Print Assumptions rival_is_unbiased.
Print Assumptions gauss_markov.
Print Assumptions weighted_sum_of_squares.
Print Assumptions residual_loss_gradient.
Print Assumptions laplace_noise_negative_log_likelihood.
Print Assumptions sum_of_distances_slope.
Print Assumptions student_t_weights.
Print Assumptions student_t_curvature.
Print Assumptions student_t_scale_score.
