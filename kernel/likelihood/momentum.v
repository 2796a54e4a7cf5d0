(** The equations of likelihood/momentum, proved by Coq's kernel for every size.

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

(** velocity-on-a-slope: 4a9ac56d8f8066b7 *)
Theorem velocity_on_a_slope
    (R : comUnitRingType)
    (k : nat)
    (eta : R)
    (beta : R)
    (c : R)
    (unit : ((1 + (- beta)) : R) \is a GRing.unit) :
  (- (eta * (\sum_(j < k) ((beta ^+ (k - (j + 1))) * c)))) = (- (c * eta * (1 + (- beta))^-1 * (1 + (- (beta ^+ k))))) :> R.
Proof. prove. Qed.

(** velocity-between-walls: 8368c919b361cc9b *)
Theorem velocity_between_walls
    (R : comUnitRingType)
    (k : nat)
    (beta : R)
    (c : R)
    (eta : R)
    (unit : ((1 + beta) : R) \is a GRing.unit) :
  (@rows R 2 1 [:: [:: ((beta * (- (c * eta * ((- 1) ^+ k) * (1 + beta)^-1 * (1 + (- ((- beta) ^+ k)))))) + (- (eta * (c * ((- 1) ^+ (k + 1))))))]; [:: 0]]) = (@rows R 2 1 [:: [:: (- (c * eta * ((- 1) ^+ (k + 1)) * (1 + beta)^-1 * (1 + (- ((- beta) ^+ (k + 1))))))]; [:: 0]]).
Proof. prove. Qed.

(** heavy-ball-step: dc2317d050298436 *)
Theorem heavy_ball_step
    (R : comUnitRingType)
    (eps : R)
    (x : R)
    (lambda : R)
    (beta : R)
    (y : R)
    (eta : R)
    (T : 'M[R]_2)
    (s : R)
    (small : eps * eps = 0)
    (unit : (2%:R : R) \is a GRing.unit)
    (s_is : s = (eta * lambda))
    (T_is : T = (@rows R 2 2 [:: [:: (1 + beta + (- s)); (- beta)]; [:: 1; 0]])) :
  (((1 / 2%:R) * lambda * ((x + eps) ^+ 2)) = ((1 / 2%:R) * lambda * (x ^+ 2)) + eps * (x * lambda)) /\
  ((@rows R 2 1 [:: [:: (x + (beta * (x + (- y))) + (- (x * eta * lambda)))]; [:: x]]) = (T *m (@rows R 2 1 [:: [:: x]; [:: y]]))).
Proof. prove. Qed.

(** heavy-ball-roots: 984e852d1703a6ec *)
Theorem heavy_ball_roots
    (R : comUnitRingType)
    (T : 'M[R]_2)
    (beta : R)
    (s : R)
    (z : R)
    (T_is : T = (@rows R 2 2 [:: [:: (1 + beta + (- s)); (- beta)]; [:: 1; 0]])) :
  (\det ((z *: (1%:M : 'M[R]_2)) + (- T))) = (beta + (z ^+ 2) + (- (z * (1 + beta + (- s))))) :> R.
Proof. prove. Qed.

(** heavy-ball-discriminant: c44b8bb03bce8060 *)
Theorem heavy_ball_discriminant
    (R : comUnitRingType)
    (beta : R)
    (s : R)
    (sqrt : R -> R)
    (root : (sqrt beta) * (sqrt beta) = beta) :
  (((1 + beta + (- s)) ^+ 2) + (- (4%:R * beta))) = ((s + (- ((1 + (sqrt beta)) ^+ 2))) * (s + (- ((1 + (- (sqrt beta))) ^+ 2)))) :> R.
Proof. prove. Qed.

(** heavy-ball-power: c99781cdf78ed290 *)
Theorem heavy_ball_power
    (R : comUnitRingType)
    (k : nat)
    (beta : R)
    (rho : R)
    (x : R)
    (y : R)
    (s : R)
    (beta_is : beta = (rho ^+ 2))
    (positive : (0 < k)%N)
    (s_is : s = ((1 + (- rho)) ^+ 2)) :
  (@rows R 3 1 [:: [:: ((beta * (((rho ^+ k) * (x + (k%:R * (x + (- (y * rho)))))) + (- ((rho ^+ (k - 1)) * (x + ((k%:R + (- 1)) * (x + (- (y * rho))))))))) + ((rho ^+ k) * (x + (k%:R * (x + (- (y * rho)))))) + (- (s * ((rho ^+ k) * (x + (k%:R * (x + (- (y * rho)))))))))]; [:: x]; [:: y]]) = (@rows R 3 1 [:: [:: ((rho ^+ (k + 1)) * (x + ((1 + k%:R) * (x + (- (y * rho))))))]; [:: x]; [:: y]]).
Proof. prove. Qed.

(** heavy-ball-power-stiff: 43ad0efe7c9557cd *)
Theorem heavy_ball_power_stiff
    (R : comUnitRingType)
    (k : nat)
    (beta : R)
    (rho : R)
    (x : R)
    (y : R)
    (s : R)
    (beta_is : beta = (rho ^+ 2))
    (positive : (0 < k)%N)
    (s_is : s = ((1 + rho) ^+ 2)) :
  (@rows R 3 1 [:: [:: ((beta * ((((- rho) ^+ k) * (x + (k%:R * (x + (y * rho))))) + (- (((- rho) ^+ (k - 1)) * (x + ((k%:R + (- 1)) * (x + (y * rho)))))))) + (((- rho) ^+ k) * (x + (k%:R * (x + (y * rho))))) + (- (s * (((- rho) ^+ k) * (x + (k%:R * (x + (y * rho))))))))]; [:: x]; [:: y]]) = (@rows R 3 1 [:: [:: (((- rho) ^+ (k + 1)) * (x + ((1 + k%:R) * (x + (y * rho)))))]; [:: x]; [:: y]]).
Proof. prove. Qed.

(** heavy-ball-circle-right: a42ef77632b6520d *)
Theorem heavy_ball_circle_right
    (R : comUnitRingType)
    (T : 'M[R]_2)
    (beta : R)
    (s : R)
    (rho : R)
    (T_is : T = (@rows R 2 2 [:: [:: (1 + beta + (- s)); (- beta)]; [:: 1; 0]])) :
  (\det ((rho *: (1%:M : 'M[R]_2)) + (- T))) = ((rho * s) + (- ((1 + (- rho)) * (rho + (- beta))))) :> R.
Proof. prove. Qed.

(** heavy-ball-circle-left: 332abb540405935c *)
Theorem heavy_ball_circle_left
    (R : comUnitRingType)
    (rho : R)
    (T : 'M[R]_2)
    (beta : R)
    (s : R)
    (T_is : T = (@rows R 2 2 [:: [:: (1 + beta + (- s)); (- beta)]; [:: 1; 0]])) :
  (\det ((rho *: (1%:M : 'M[R]_2)) + T)) = (((1 + rho) * (beta + rho)) + (- (rho * s))) :> R.
Proof. prove. Qed.

(** heavy-ball-double-root: 8cf1e801c7c0ab14 *)
Theorem heavy_ball_double_root
    (R : comUnitRingType)
    (T : 'M[R]_2)
    (beta : R)
    (rho : R)
    (sqrt : R -> R)
    (L : R)
    (mu : R)
    (s : R)
    (eta : R)
    (z : R)
    (root : (sqrt L) * (sqrt L) = L)
    (root_2 : (sqrt mu) * (sqrt mu) = mu)
    (unit : (((sqrt L) + (sqrt mu)) : R) \is a GRing.unit)
    (rho_is : rho = (((sqrt L) + (sqrt mu))^-1 * ((sqrt L) + (- (sqrt mu)))))
    (beta_is : beta = (rho ^+ 2))
    (eta_is : eta = (4%:R * (((sqrt L) + (sqrt mu))^-1 ^+ 2)))
    (s_is : s = (eta * mu))
    (T_is : T = (@rows R 2 2 [:: [:: (1 + beta + (- s)); (- beta)]; [:: 1; 0]])) :
  (\det ((z *: (1%:M : 'M[R]_2)) + (- T))) = ((z + (- rho)) ^+ 2) :> R.
Proof. prove. Qed.

(** heavy-ball-double-root-stiff: 4cd40cb07b0aad9f *)
Theorem heavy_ball_double_root_stiff
    (R : comUnitRingType)
    (T : 'M[R]_2)
    (beta : R)
    (rho : R)
    (sqrt : R -> R)
    (L : R)
    (mu : R)
    (s : R)
    (eta : R)
    (z : R)
    (root : (sqrt L) * (sqrt L) = L)
    (root_2 : (sqrt mu) * (sqrt mu) = mu)
    (unit : (((sqrt L) + (sqrt mu)) : R) \is a GRing.unit)
    (rho_is : rho = (((sqrt L) + (sqrt mu))^-1 * ((sqrt L) + (- (sqrt mu)))))
    (beta_is : beta = (rho ^+ 2))
    (eta_is : eta = (4%:R * (((sqrt L) + (sqrt mu))^-1 ^+ 2)))
    (s_is : s = (L * eta))
    (T_is : T = (@rows R 2 2 [:: [:: (1 + beta + (- s)); (- beta)]; [:: 1; 0]])) :
  (\det ((z *: (1%:M : 'M[R]_2)) + (- T))) = ((z + rho) ^+ 2) :> R.
Proof. prove. Qed.

(** nesterov-is-a-gradient-step-ahead: dbe6bccfa520128f *)
Theorem nesterov_is_a_gradient_step_ahead
    (R : comUnitRingType)
    (n : nat)
    (H : 'M[R]_n)
    (eps : R)
    (a : 'cV[R]_n)
    (v : 'cV[R]_n)
    (beta : R)
    (theta : 'cV[R]_n)
    (d_a : 'cV[R]_n)
    (theta_star : 'cV[R]_n)
    (q : R)
    (eta : R)
    (symmetric : H^T = H)
    (small : eps * eps = 0)
    (a_is : a = ((beta *: v) + theta))
    (unit : (2%:R : R) \is a GRing.unit)
    (q_is : q = ((1 / 2%:R) * (dot (a + (- theta_star)) (H *m (a + (- theta_star)))))) :
  (((1 / 2%:R) * (dot ((a + eps *: d_a) + (- theta_star)) (H *m ((a + eps *: d_a) + (- theta_star))))) = q + eps * dot (((1 / 2%:R) *: (H *m (a + (- theta_star)))) + (H^T *m ((1 / 2%:R) *: (a + (- theta_star))))) d_a) /\
  (((beta *: v) + ((- eta) *: (((1 / 2%:R) *: (H *m (a + (- theta_star)))) + (H^T *m ((1 / 2%:R) *: (a + (- theta_star)))))) + theta + (- theta_star)) = ((((- eta) *: H) + (1%:M : 'M[R]_n)) *m (a + (- theta_star)))).
Proof. prove. Qed.

(** nesterov-matrix: 47cb34370ead4243 *)
Theorem nesterov_matrix
    (R : comUnitRingType)
    (a : R)
    (x : R)
    (beta : R)
    (y : R)
    (s : R)
    (T : 'M[R]_2)
    (a_is : a = (x + (beta * (x + (- y)))))
    (T_is : T = (@rows R 2 2 [:: [:: (1 + (beta * (1 + (- s))) + (- s)); (- (beta * (1 + (- s))))]; [:: 1; 0]])) :
  (@rows R 2 1 [:: [:: (a + (- (a * s)))]; [:: x]]) = (T *m (@rows R 2 1 [:: [:: x]; [:: y]])).
Proof. prove. Qed.

(** nesterov-double-root: 5a0da219bd9066a8 *)
Theorem nesterov_double_root
    (R : comUnitRingType)
    (beta : R)
    (w : R)
    (s : R)
    (unit : ((1 + w) : R) \is a GRing.unit)
    (beta_is : beta = ((1 + w)^-1 * (1 + (- w)))) :
  ((((1 + beta) ^+ 2) * ((1 + (- s)) ^+ 2)) + (- (4%:R * beta * (1 + (- s))))) = (((1 + beta) ^+ 2) * (1 + (- s)) * ((w ^+ 2) + (- s))) :> R.
Proof. prove. Qed.

(** nesterov-best-stiff-end: b64aabee48cc63fc *)
Theorem nesterov_best_stiff_end
    (R : comUnitRingType)
    (rho : R)
    (w : R)
    (T : 'M[R]_2)
    (s : R)
    (beta : R)
    (rho_is : rho = (1 + (- w)))
    (unit : (3%:R : R) \is a GRing.unit)
    (s_is : s = ((4%:R / 3%:R) + (- ((1 / 3%:R) * (w ^+ 2)))))
    (unit_2 : ((1 + w) : R) \is a GRing.unit)
    (beta_is : beta = ((1 + w)^-1 * (1 + (- w))))
    (T_is : T = (@rows R 2 2 [:: [:: (1 + (beta * (1 + (- s))) + (- s)); (- (beta * (1 + (- s))))]; [:: 1; 0]])) :
  (\det ((rho *: (1%:M : 'M[R]_2)) + T)) = 0 :> R.
Proof. prove. Qed.

(** critical-damping: 0a644bef20b48264 *)
Theorem critical_damping
    (R : comUnitRingType)
    (eps : R)
    (t : R)
    (r : R)
    (exp : R -> R)
    (small : eps * eps = 0)
    (exp_of_sum : forall x_ y_, exp (x_ + y_) = exp x_ * exp y_)
    (exp_of_0 : exp 0 = 1)
    (slope_of_exp : forall x_ y_, exp (x_ + eps * y_) = exp x_ + eps * (y_ * (exp x_))) :
  (((t + eps) * (exp (- (r * (t + eps))))) = (t * (exp (- (r * t)))) + eps * ((exp (- (r * t))) + (- (r * t * (exp (- (r * t))))))) /\
  (((exp (- (r * (t + eps)))) + (- (r * (t + eps) * (exp (- (r * (t + eps))))))) = ((exp (- (r * t))) + (- (r * t * (exp (- (r * t)))))) + eps * ((- (2%:R * r * ((exp (- (r * t))) + (- (r * t * (exp (- (r * t)))))))) + (- (t * (r ^+ 2) * (exp (- (r * t))))))).
Proof. prove. Qed.

Print Assumptions velocity_on_a_slope.
Print Assumptions velocity_between_walls.
Print Assumptions heavy_ball_step.
Print Assumptions heavy_ball_roots.
Print Assumptions heavy_ball_discriminant.
Print Assumptions heavy_ball_power.
Print Assumptions heavy_ball_power_stiff.
Print Assumptions heavy_ball_circle_right.
Print Assumptions heavy_ball_circle_left.
Print Assumptions heavy_ball_double_root.
Print Assumptions heavy_ball_double_root_stiff.
Print Assumptions nesterov_is_a_gradient_step_ahead.
Print Assumptions nesterov_matrix.
Print Assumptions nesterov_double_root.
Print Assumptions nesterov_best_stiff_end.
Print Assumptions critical_damping.
