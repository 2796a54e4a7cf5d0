(** The equations of likelihood/schedules-and-batches, proved by Coq's kernel for every size.

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

(** one-over-k-recursion: e2309a66adaee600 *)
Theorem one_over_k_recursion
    (R : comUnitRingType)
    (q : R)
    (k : R)
    (s : R)
    (v_0 : R)
    (lambda : R)
    (sigma : R)
    (unit : ((k + s) : R) \is a GRing.unit)
    (unit_2 : (lambda : R) \is a GRing.unit)
    (q_is : q = (((k + s)^-1 ^+ 2) * ((v_0 * (s ^+ 2)) + (k * (lambda^-1 ^+ 2) * (sigma ^+ 2)))))
    (unit_3 : ((1 + k + s) : R) \is a GRing.unit) :
  ((q * ((1 + (- (1 + k + s)^-1)) ^+ 2)) + ((lambda^-1 ^+ 2) * (sigma ^+ 2) * ((1 + k + s)^-1 ^+ 2))) = (((1 + k + s)^-1 ^+ 2) * ((v_0 * (s ^+ 2)) + ((lambda^-1 ^+ 2) * (sigma ^+ 2) * (1 + k)))) :> R.
Proof. prove. Qed.

(** inverse-time-recursion: a8f6b44dc02c6c1c *)
Theorem inverse_time_recursion
    (R : comUnitRingType)
    (A : R)
    (lambda : R)
    (r : R)
    (sigma : R)
    (h : R)
    (unit : (lambda : R) \is a GRing.unit)
    (unit_2 : (((2%:R * r) + (- 1)) : R) \is a GRing.unit)
    (A_is : A = ((lambda^-1 ^+ 2) * (r ^+ 2) * (sigma ^+ 2) * ((2%:R * r) + (- 1))^-1))
    (unit_3 : ((1 + h) : R) \is a GRing.unit) :
  ((A * h * ((1 + (- (h * r))) ^+ 2)) + ((h ^+ 2) * (lambda^-1 ^+ 2) * (r ^+ 2) * (sigma ^+ 2)) + (- (A * h * (1 + h)^-1))) = (A * (h ^+ 3) * (1 + h)^-1 * ((r ^+ 2) + (h * (r ^+ 2)) + (- 1))) :> R.
Proof. prove. Qed.

(** averaging-forgets-the-step: 31a447c5fdbd1cac *)
Theorem averaging_forgets_the_step
    (R : comUnitRingType)
    (V : R)
    (eta : R)
    (lambda : R)
    (sigma : R)
    (rho : R)
    (unit : (lambda : R) \is a GRing.unit)
    (unit_2 : ((2%:R + (- (eta * lambda))) : R) \is a GRing.unit)
    (V_is : V = (eta * lambda^-1 * (sigma ^+ 2) * (2%:R + (- (eta * lambda)))^-1))
    (rho_is : rho = (1 + (- (eta * lambda))))
    (unit_3 : ((1 + (- rho)) : R) \is a GRing.unit) :
  (V * (1 + (- rho))^-1 * (1 + rho)) = ((lambda^-1 ^+ 2) * (sigma ^+ 2)) :> R.
Proof. prove. Qed.

(** weight-of-a-noise: d7385c603057e22a *)
Theorem weight_of_a_noise
    (R : comUnitRingType)
    (q : nat)
    (K : R)
    (eta : R)
    (rho : R)
    (lambda : R)
    (unit : (K : R) \is a GRing.unit)
    (rho_is : rho = (1 + (- (eta * lambda))))
    (unit_2 : (lambda : R) \is a GRing.unit) :
  (K^-1 * (\sum_(i < q) (eta * (rho ^+ i)))) = (lambda^-1 * K^-1 * (1 + (- (rho ^+ q)))) :> R.
Proof. prove. Qed.

(** averaged-variance: f951a601a67cf36c *)
Theorem averaged_variance
    (R : comUnitRingType)
    (K : nat)
    (Random : comUnitAlgType R)
    (E : Random -> R)
    (lambda : R)
    (rho : R)
    (epsilon : 'I_K -> Random)
    (sigma : R)
    (E_of_sum : forall x y, E (x + y) = E x + E y)
    (E_of_multiple : forall a x, E (a *: x) = a * E x)
    (E_of_1 : E 1 = 1)
    (unit : (lambda : R) \is a GRing.unit)
    (unit_2 : (K%:R : R) \is a GRing.unit)
    (mean_of_epsilon : forall i_, E (epsilon i_) = 0)
    (moment_of_epsilon : forall i_ j_, E (epsilon i_ * epsilon j_) = (sigma ^+ 2) *+ (i_ == j_))
    (unit_3 : ((1 + (- (rho ^+ 2))) : R) \is a GRing.unit)
    (unit_4 : ((1 + (- rho)) : R) \is a GRing.unit) :
  ((E ((\sum_(j < K) ((lambda^-1)%:A * (K%:R^-1)%:A * ((1 + (- (rho ^+ (K - (j + 1))))))%:A * (epsilon j))) ^+ 2)) + (- ((E (\sum_(j_2 < K) ((lambda^-1)%:A * (K%:R^-1)%:A * ((1 + (- (rho ^+ (K - (j_2 + 1))))))%:A * (epsilon j_2)))) ^+ 2))) = ((lambda^-1 ^+ 2) * (sigma ^+ 2) * K%:R^-1 * (1 + (K%:R^-1 * (1 + (- (rho ^+ 2)))^-1 * (1 + (- (rho ^+ (2 * K))))) + (- (K%:R^-1 * (1 + (- rho))^-1 * (2%:R + (- (2%:R * (rho ^+ K)))))))) :> R.
Proof. prove. Qed.

(** expected-change-of-a-step: e5dee894e95d62f6 *)
Theorem expected_change_of_a_step
    (R : comUnitRingType)
    (d : nat)
    (Random : comUnitAlgType R)
    (E : Random -> R)
    (eta : R)
    (g : 'cV[R]_d)
    (epsilon : 'cV[Random]_d)
    (H : 'M[R]_d)
    (sigma : R)
    (E_of_sum : forall x y, E (x + y) = E x + E y)
    (E_of_multiple : forall a x, E (a *: x) = a * E x)
    (E_of_1 : E 1 = 1)
    (unit : (2%:R : R) \is a GRing.unit)
    (mean_of_epsilon : forall i_, E (epsilon i_ 0) = 0)
    (moment_of_epsilon : forall i_ j_, E (epsilon i_ 0 * epsilon j_ 0) = (sigma ^+ 2) *+ (i_ == j_)) :
  (E ((((1 / 2%:R))%:A * ((eta ^+ 2))%:A * (dot ((sure Random g) + epsilon) ((sure Random H) *m ((sure Random g) + epsilon)))) + (((- 1))%:A * (eta)%:A * (dot (sure Random g) ((sure Random g) + epsilon))))) = (((1 / 2%:R) * (eta ^+ 2) * (((sigma ^+ 2) * (\tr H)) + (dot g (H *m g)))) + (- (eta * (sqn g)))) :> R.
Proof. prove. Qed.

(** gain-of-a-batch: ab5f9000a571333f *)
Theorem gain_of_a_batch
    (R : comUnitRingType)
    (eta : R)
    (gamma : R)
    (alpha : R)
    (B : R)
    (tau : R)
    (b : R)
    (unit : (alpha : R) \is a GRing.unit)
    (B_is : B = (tau * alpha^-1))
    (unit_2 : (b : R) \is a GRing.unit)
    (unit_3 : ((1 + (B * b^-1)) : R) \is a GRing.unit)
    (eta_is : eta = (gamma * alpha^-1 * (1 + (B * b^-1))^-1))
    (unit_4 : (2%:R : R) \is a GRing.unit) :
  ((eta * gamma) + (- ((1 / 2%:R) * (eta ^+ 2) * (alpha + (tau * b^-1))))) = ((1 / 2%:R) * alpha^-1 * (gamma ^+ 2) * (1 + (B * b^-1))^-1) :> R.
Proof. prove. Qed.

(** wide-valley: 3c941bfab5186d5d *)
Theorem wide_valley
    (R : comUnitRingType)
    (w : R)
    (sqrt : R -> R)
    (B : R)
    (o : R)
    (c : R)
    (root : (sqrt B) * (sqrt B) = B)
    (root_2 : (sqrt o) * (sqrt o) = o)
    (unit : (((sqrt B) + (sqrt o)) : R) \is a GRing.unit)
    (unit_2 : (c : R) \is a GRing.unit)
    (unit_3 : ((sqrt o) : R) \is a GRing.unit)
    (w_is : w = ((((sqrt B) + (sqrt o))^-1 ^+ 2) * (1 + ((sqrt B) * c^-1 * (sqrt o)^-1)) * (o + (c * (sqrt B) * (sqrt o)))))
    (unit_4 : (4%:R : R) \is a GRing.unit) :
  (((1 / 4%:R) * c^-1 * ((1 + c) ^+ 2)) + (- w)) = ((1 / 4%:R) * c^-1 * ((1 + (- c)) ^+ 2) * (((sqrt B) + (sqrt o))^-1 ^+ 2) * (((sqrt o) + (- (sqrt B))) ^+ 2)) :> R.
Proof. prove. Qed.

(** linear-scaling-rule: 35e002f53ed193bb *)
Theorem linear_scaling_rule
    (R : comUnitRingType)
    (V_c : R)
    (eta : R)
    (v : R)
    (b : R)
    (lambda : R)
    (c : R)
    (V_1 : R)
    (unit : (b : R) \is a GRing.unit)
    (unit_2 : (lambda : R) \is a GRing.unit)
    (unit_3 : ((2%:R + (- (c * eta * lambda))) : R) \is a GRing.unit)
    (V_c_is : V_c = (eta * v * b^-1 * lambda^-1 * (2%:R + (- (c * eta * lambda)))^-1))
    (unit_4 : ((2%:R + (- (eta * lambda))) : R) \is a GRing.unit)
    (V_1_is : V_1 = (eta * v * b^-1 * lambda^-1 * (2%:R + (- (eta * lambda)))^-1))
    (unit_5 : (V_1 : R) \is a GRing.unit) :
  (V_c * V_1^-1) = ((2%:R + (- (c * eta * lambda)))^-1 * (2%:R + (- (eta * lambda)))) :> R.
Proof. prove. Qed.

Print Assumptions one_over_k_recursion.
Print Assumptions inverse_time_recursion.
Print Assumptions averaging_forgets_the_step.
Print Assumptions weight_of_a_noise.
Print Assumptions averaged_variance.
Print Assumptions expected_change_of_a_step.
Print Assumptions gain_of_a_batch.
Print Assumptions wide_valley.
Print Assumptions linear_scaling_rule.
